import type { GapDesk } from '../gaps/gap-desk.js';
import type { PerformanceAdapter, RequestContext } from './adapter.js';

/** The half of an adapter that a desk of gaps answers. */
export type GapHalf = Required<Pick<PerformanceAdapter, 'knowledgeGaps' | 'shortAnswers' | 'access'>>;

/** Lets a desk of gaps answer for an adapter. It is opened when it is first asked. */
export function gapHalf(open: () => GapDesk | Promise<GapDesk>): GapHalf {
  const ask = async <Answer>({ signal }: RequestContext, question: (desk: GapDesk) => Answer): Promise<Answer> => {
    signal.throwIfAborted();
    const desk = await open();
    signal.throwIfAborted();
    return question(desk);
  };
  return {
    knowledgeGaps: {
      list: (query, context) => ask(context, (desk) => desk.list(query, context.locale)),
      questions: (query, context) => ask(context, (desk) => desk.questions(query)),
      resolve: (command, context) => ask(context, (desk) => desk.resolve(command, context.idempotencyKey)),
      dismiss: (command, context) => ask(context, (desk) => desk.dismiss(command, context.idempotencyKey)),
      restore: (command, context) => ask(context, (desk) => desk.restore(command, context.idempotencyKey)),
    },
    shortAnswers: { list: (query, context) => ask(context, (desk) => desk.shortAnswers(query)) },
    access: (context) => ask(context, (desk) => desk.access),
  };
}
