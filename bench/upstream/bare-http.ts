/**
 * Just enough HTTP/1.1 to answer known requests with bytes that are ready: one write a response, no parsing beyond the
 * head. So the simulator is never what limits a measurement.
 */
import type { Socket } from 'node:net';

export interface BareRequest {
  readonly method: string;
  /** Path and query as they came. */
  readonly target: string;
  /** The whole head, as it came. */
  readonly head: string;
  readonly body: string;
}

/** The bytes of a whole response, or undefined to close the connection. */
export type Answer = (request: BareRequest) => Buffer;

export function serveOn(socket: Socket, answer: Answer, latencyMs: () => number): void {
  let pending = '';
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: Buffer) => {
    pending = pending === '' ? chunk.toString('latin1') : pending + chunk.toString('latin1');
    for (;;) {
      const end = pending.indexOf('\r\n\r\n');
      if (end === -1) return;
      const head = pending.slice(0, end);
      const length = bodyLength(head);
      if (pending.length < end + 4 + length) return;
      const body = length === 0 ? '' : pending.slice(end + 4, end + 4 + length);
      pending = pending.slice(end + 4 + length);
      const line = head.slice(0, head.indexOf('\r\n'));
      const [method = '', target = ''] = line.split(' ', 2);
      const bytes = answer({ method, target, head, body });
      const wait = latencyMs();
      if (wait === 0) socket.write(bytes);
      else setTimeout(() => socket.write(bytes), wait);
    }
  });
}

function bodyLength(head: string): number {
  const match = head.startsWith('GET ') ? null : /\r\ncontent-length: (\d+)/i.exec(head);
  return match ? Number(match[1]) : 0;
}

const reasons: Readonly<Record<number, string>> = {
  200: 'OK',
  400: 'Bad Request',
  401: 'Unauthorized',
  404: 'Not Found',
};

/** A whole response, ready to be written as often as wanted. */
export function responseOf(status: number, contentType: string, body: string): Buffer {
  const bytes = Buffer.from(body);
  const head = `HTTP/1.1 ${status} ${reasons[status] ?? ''}\r\ncontent-type: ${contentType}\r\ncontent-length: ${bytes.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), bytes]);
}
