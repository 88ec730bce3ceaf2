import { useEffect, useRef } from 'react';
import { call } from '#platform/web';
import { rememberQuery } from '../../model/saved-contracts.ts';
import type { AnswerBody, AnswerState } from '../answer/use-answer.ts';
import { useRefreshSaved } from './use-saved.ts';

/** A question that stood so long was meant. */
const meantAfter = 4_000;

/** Remembers the questions that the user stayed with. */
export function useRemember({ answer, error }: AnswerState, body: AnswerBody, isFetching: boolean): void {
  const refresh = useRefreshSaved();
  const last = useRef('');
  const { question, asOf } = body;
  const isAnswered = answer !== undefined && error === null && !isFetching;
  useEffect(() => {
    if (!isAnswered || question.where === undefined) return undefined;
    const text = JSON.stringify([question, asOf]);
    if (text === last.current) return undefined;
    const timer = setTimeout(() => {
      last.current = text;
      // A question that is not remembered is no loss worth a message.
      call(rememberQuery, { body: { question, ...(asOf ? { asOf } : {}) } }).then(refresh, () => undefined);
    }, meantAfter);
    return () => clearTimeout(timer);
  }, [question, asOf, isAnswered, refresh]);
}
