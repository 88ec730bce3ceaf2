import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Question } from '#engine';
import { fragmentOf } from '../state/fragment.ts';

export interface QuestionLinkProps {
  readonly question: Question;
  readonly asOf: string | undefined;
  readonly className?: string;
  readonly label?: string;
  readonly children: ReactNode;
}

/** A number or a name that opens the people behind it. */
export function QuestionLink({ question, asOf, className, label, children }: QuestionLinkProps) {
  return (
    <Link
      to="/query"
      hash={fragmentOf({ question, asOf }) ?? ''}
      {...(className ? { className } : {})}
      {...(label ? { 'aria-label': label } : {})}
    >
      {children}
    </Link>
  );
}
