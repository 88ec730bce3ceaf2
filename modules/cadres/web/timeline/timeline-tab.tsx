import { useMemo } from 'react';
import { textOf, type RecordRow } from '#platform/model';
import { EmptyState, useOfficeClock, useRegistry } from '#platform/web';
import type { CadreData } from '../person/use-cadre.ts';
import { LevelLanes } from './level-lanes.tsx';
import { PostLanes } from './post-lanes.tsx';
import { gapsOf, spansOf, undatedOf, type Span } from './spans.ts';
import { YearMarks } from './year-marks.tsx';
import './timeline.css';

/** The month that lasts, counted from year 0. */
function usePresentMonth(): number {
  const clock = useOfficeClock();
  const [year = 0, month = 1] = clock.day().split('-').map(Number);
  return year * 12 + month - 1;
}

/** 履历: the résumé's lines as bars on one axis, from the earliest to the present. */
export function TimelineTab({ person }: { person: CadreData }) {
  const registry = useRegistry();
  const set = registry.get('A17');
  const stored = person.sets['A17']?.rows;
  const rows = useMemo(() => (stored ?? []) as readonly RecordRow[], [stored]);
  const now = usePresentMonth();
  const spans = useMemo(() => spansOf(set, rows, now), [set, rows, now]);
  const gaps = useMemo(() => gapsOf(spans), [spans]);
  const notes = useMemo(() => undatedOf(set, rows), [set, rows]);
  if (spans.length === 0) {
    const hasText = textOf(person.sets['A01']?.rows[0] as RecordRow | undefined, 'resumeText') !== '';
    return (
      <EmptyState
        title="还没有履历"
        hint={
          hasText ? '简历文字中没有读出起止时间，可在信息集“简历”中补录。' : '请在人员基本情况中填写简历。'
        }
      />
    );
  }
  const start = Math.floor(Math.min(...spans.map((span) => span.from)) / 12) * 12;
  const end = Math.ceil((Math.max(...spans.map((span) => span.to)) + 1) / 12) * 12;
  const place = (month: number): number => ((month - start) / (end - start)) * 100;
  return (
    <div className="timeline">
      <YearMarks from={start} to={end} place={place} />
      <LevelLanes person={person} place={place} now={now} />
      <PostLanes person={person} place={place} now={now} />
      <ol className="timeline-spans">
        {spans.map((span) => (
          <SpanRow key={span.id} span={span} place={place} />
        ))}
      </ol>
      {gaps.length > 0 && (
        <p className="warn-text">
          未衔接：
          {gaps.map((gap) => `${monthText(gap.from)}—${monthText(gap.to)}（${gap.length}）`).join('，')}
        </p>
      )}
      {notes.map((note) => (
        <p key={note} className="timeline-note">
          {note}
        </p>
      ))}
    </div>
  );
}

function monthText(month: number): string {
  return `${Math.floor(month / 12)}.${String((month % 12) + 1).padStart(2, '0')}`;
}

function SpanRow({ span, place }: { span: Span; place: (month: number) => number }) {
  const at = ({ from, to }: { from: number; to: number }) => ({
    left: `${place(from)}%`,
    width: `${Math.max(0.6, place(to) - place(from))}%`,
  });
  const names = ['timeline-span'];
  if (span.within) names.push('is-within');
  if (span.open) names.push('is-open');
  return (
    <li className={names.join(' ')}>
      <div className="timeline-track" aria-hidden="true">
        <span className="timeline-bar" style={at(span)} />
        {span.beside.map((part) => (
          <span key={`${part.from} ${part.to}`} className="timeline-bar is-beside" style={at(part)} />
        ))}
      </div>
      <div className="timeline-text">
        <span className="timeline-dates">{span.dates}</span>
        <span className="timeline-words">
          {span.within && <span className="timeline-mark">其间</span>}
          {span.text}
        </span>
        <span className="timeline-length">{span.length}</span>
      </div>
    </li>
  );
}
