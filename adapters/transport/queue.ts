/** Who waits for their turn, first come first served. Leaving the queue costs nothing to those behind. */
export class WaitingQueue {
  readonly #waiting = new Set<() => void>();

  get length(): number {
    return this.#waiting.size;
  }

  /** Stands in line; answers how to leave it. */
  join(go: () => void): () => void {
    this.#waiting.add(go);
    return () => void this.#waiting.delete(go);
  }

  /** Lets the first one go, if there is one. */
  next(): boolean {
    for (const go of this.#waiting) {
      this.#waiting.delete(go);
      go();
      return true;
    }
    return false;
  }
}
