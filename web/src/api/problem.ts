/**
 * A "no", or that nothing answered. {@code type} is the stable word by which a page knows what to do: the last part of
 * the problem's URN, or {@code unreachable}.
 */
export class Problem extends Error {
  constructor(
    readonly type: string,
    readonly status: number,
    message: string,
    readonly body: Record<string, unknown> = {},
  ) {
    super(message);
  }

  static async of(response: Response): Promise<Problem> {
    const body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
    const type = typeof body.type === 'string' ? (body.type.split(':').pop() ?? 'unknown') : 'unknown';
    const words = typeof body.detail === 'string' ? body.detail : response.statusText;
    return new Problem(type, response.status, words, body);
  }

  static unreachable(): Problem {
    return new Problem('unreachable', 0, '');
  }

  /** Whether the same question may have another answer in a moment. */
  get passes(): boolean {
    return this.status === 0 || this.status === 503 || this.status === 429 || this.status === 504;
  }
}
