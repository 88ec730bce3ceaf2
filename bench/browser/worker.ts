import { askedHere, type Here } from './asked-here.ts';

/** A call of one of the verbs of `Here`, and its number. */
export interface WorkerCall {
  readonly id: number;
  readonly verb: keyof Here;
  readonly input: string | number;
}

/** Its result. */
export interface WorkerResult {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

const here = askedHere();
const verbs: { readonly [Verb in keyof Here]: (input: never) => unknown } = here;

addEventListener('message', ({ data }: MessageEvent<WorkerCall>) => void answer(data));

async function answer({ id, verb, input }: WorkerCall): Promise<void> {
  try {
    say({ id, value: await verbs[verb](input as never) });
  } catch (error) {
    say({ id, error: String(error) });
  }
}

function say(result: WorkerResult): void {
  postMessage(result);
}
