/**
 * Where GraphiQL keeps tabs, history and layout: memory, gone with the page. Its usual place, `localStorage`, would leave
 * NHS numbers typed into variables on the computer.
 */
export function memoryStorage(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => void items.set(name, value),
    removeItem: (name) => void items.delete(name),
    clear: () => items.clear(),
  };
}
