import { useCallback, useEffect, useRef, useState } from 'react';
import type { Question } from '#engine';
import { ErrorView, Loading, useCall } from '#platform/web';
import { readQueryFields } from '../../model/contracts.ts';
import { useAnswer } from '../answer/use-answer.ts';
import { PopulationControl } from '../bar/population-control.tsx';
import type { PageCatalogue } from '../catalogue/page-catalogue.ts';
import { usePageCatalogue } from '../catalogue/use-page-catalogue.ts';
import { useSaved } from '../saved/use-saved.ts';
import { changedTo, redone, startHistory, undone } from '../state/undo-history.ts';
import { askable } from '../tree/askable.ts';
import { grouped } from '../tree/tree-nodes.ts';
import { ConditionBuilder } from './condition-builder.tsx';
import '../query.css';

export interface QuestionEditorProps {
  /** What it begins with. */
  readonly question: Question;
  /** Told what of the question can be asked, after every change. */
  readonly onChange: (question: Question) => void;
  /** The reference date (截止时间) of the count; absent: today. */
  readonly asOf?: string;
  /** With the choice among 在册, 在职, 含历史人员. */
  readonly withPopulation?: boolean;
  /** Saved questions and lists can be conditions; by default they can. */
  readonly withSaved?: boolean;
}

const none: readonly never[] = [];

/** A question that is a part of something else, written with the conditions of the query page, and whom it finds now. */
export function QuestionEditor(props: QuestionEditorProps) {
  const { error, refetch } = useCall(readQueryFields, {}, { freshFor: 300_000 });
  const catalogue = usePageCatalogue();
  if (catalogue) return <Editor {...props} catalogue={catalogue} />;
  return error ? <ErrorView error={error} onRetry={() => void refetch()} /> : <Loading />;
}

function Editor({
  question: first,
  onChange,
  asOf,
  withPopulation = false,
  withSaved = true,
  catalogue,
}: QuestionEditorProps & { readonly catalogue: PageCatalogue }) {
  const [history, setHistory] = useState(() => startHistory(grouped(first)));
  const question = history.present;
  const { items } = useSaved();
  const { found, problems } = useAnswer({ question, asOf }, none, none);
  const edit = useCallback((how: (old: Question) => Question, about?: string) => {
    setHistory((old) => changedTo(old, how(old.present), about));
  }, []);
  const undo = useCallback(() => setHistory(undone), []);
  const redo = useCallback(() => setHistory(redone), []);
  const told = useRef(question);
  useEffect(() => {
    if (told.current === question) return;
    told.current = question;
    onChange(askable(question).question);
  }, [question, onChange]);
  const { answer } = found;
  return (
    <div className="question-editor">
      {withPopulation && (
        <PopulationControl
          population={question.population ?? 'current'}
          onChange={(population) => edit((old) => ({ ...old, population }))}
        />
      )}
      <p className="soft-text" aria-live="polite">
        {answer ? `${answer.sentence}：${answer.count.toLocaleString('zh-CN')} 人` : '正在计算……'}
      </p>
      <ConditionBuilder
        {...{ catalogue, problems, question, edit, undo, redo }}
        saved={withSaved ? items : none}
        counts={found.counts}
        canUndo={history.past.length > 0}
        canRedo={history.future.length > 0}
      />
    </div>
  );
}
