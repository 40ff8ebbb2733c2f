import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.List;

/** A server that speaks MongoDB's protocol, for the store's own tests; all in memory. Takes the port. */
public class Server {
  public static void main(String[] arguments) {
    MemoryBackend backend = new MemoryBackend();
    backend.version(new MongoVersion() {
      public List<Integer> getVersionArray() {
        return List.of(5, 0, 0);
      }

      // The library says 8, which the driver no longer speaks to; what the store asks for, it does answer.
      public int getWireVersion() {
        return 13;
      }
    });
    new MongoServer(backend).bind("127.0.0.1", Integer.parseInt(arguments[0]));
  }
}
