import type {ReactNode} from 'react';
import {QueryClient, QueryClientProvider} from '@tanstack/react-query';
import {render} from '@testing-library/react';
import {vi} from 'vitest';

export type Asked = {method: string; path: string; query: URLSearchParams; body: unknown; headers: Headers};
type Answer = [status: number, body?: unknown];

/** Answers as the gateway would, and keeps what it was asked. */
export function gateway(answers: Record<string, (asked: Asked) => Answer>): Asked[] {
  const all: Asked[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const {pathname, searchParams} = new URL(request.url);
    const text = await request.text();
    const written = text.startsWith('{') || text.startsWith('[');
    const asked = {method: request.method, path: pathname, query: searchParams, body: written ? JSON.parse(text) : text || undefined, headers: request.headers};
    all.push(asked);
    const answer = answers[`${request.method} ${pathname}`];
    if (!answer) throw new Error(`nobody answers ${request.method} ${pathname}`);
    const [status, body] = answer(asked);
    return new Response(status === 204 ? null : JSON.stringify(body), {status, headers: {'Content-Type': 'application/json'}});
  });
  return all;
}

/** A problem as the services tell it, with what is wrong by field. */
export const refused = (status: number, type: string, more: Record<string, unknown> = {}): Answer => [
  status,
  {type: `urn:rhomboid:problem:${type}`, detail: 'x', ...more},
];

export function shown(page: ReactNode) {
  const client = new QueryClient({defaultOptions: {queries: {retry: false}}});
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
    this.open = false;
  };
  return render(<QueryClientProvider client={client}>{page}</QueryClientProvider>);
}
