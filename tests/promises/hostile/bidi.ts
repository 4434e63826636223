/** A connection to a browser by WebDriver BiDi (W3C): commands with answers, and events. */
export interface Connection {
  send: (method: string, params?: object) => Promise<Record<string, unknown>>;
  onEvent: (listen: (method: string, params: Record<string, unknown>) => void) => void;
  close: () => void;
}

interface Message {
  id?: number;
  type?: string;
  method?: string;
  params?: Record<string, unknown>;
  result?: Record<string, unknown>;
  error?: string;
  message?: string;
}

/** The time limit for an answer, in ms. */
const limit = 60_000;

export async function connect(address: string): Promise<Connection> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, (message: Message) => void>();
  const listeners: Parameters<Connection['onEvent']>[0][] = [];
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    else for (const listen of listeners) listen(message.method ?? '', message.params ?? {});
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error(`Nothing answers at ${address}.`)));
  });
  let last = 0;
  return {
    send: async (method, params = {}) => {
      const id = ++last;
      const { promise, resolve, reject } = Promise.withResolvers<Message>();
      const timer = setTimeout(() => reject(new Error(`${method} takes too long.`)), limit);
      waiting.set(id, resolve);
      socket.send(JSON.stringify({ id, method, params }));
      const { result, error, message } = await promise;
      clearTimeout(timer);
      waiting.delete(id);
      if (error !== undefined) throw new Error(`${method}: ${error}, ${message ?? ''}`);
      return result ?? {};
    },
    onEvent: (listen) => listeners.push(listen),
    close: () => socket.close(),
  };
}
