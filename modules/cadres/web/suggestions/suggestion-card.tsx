import { Button } from 'antd';
import type { z } from 'zod';
import type { suggestionSchema } from '../../model/contracts.ts';
import './suggestions.css';

export type Suggestion = z.infer<typeof suggestionSchema>;

const setNames: Readonly<Record<Suggestion['set'], string>> = { A02: '职务', A08: '学历学位' };

/** A row read from a text: where from, what it would become, what was not understood. */
export function SuggestionCard({ suggestion, onAccept }: { suggestion: Suggestion; onAccept?: () => void }) {
  return (
    <article className="suggestion">
      <header>
        <span className="suggestion-set">{setNames[suggestion.set]}</span>
        <span className="suggestion-source">{suggestion.source}</span>
        {onAccept && <Button onClick={onAccept}>采纳</Button>}
      </header>
      <dl>
        {suggestion.preview.map((line) => (
          <div key={line.label}>
            <dt>{line.label}</dt>
            <dd>{line.value}</dd>
          </div>
        ))}
      </dl>
      {suggestion.unclear.length > 0 && (
        <p className="suggestion-unclear">
          需要核对：
          {suggestion.unclear.map((part) => (
            <mark key={part}>{part}</mark>
          ))}
        </p>
      )}
    </article>
  );
}
