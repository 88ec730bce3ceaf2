/** A stretch of a line: plain text, or what stands in brackets (without them). */
export interface Stretch {
  readonly kind: 'text' | 'note';
  readonly value: string;
}

/** Parts a line at its outer brackets. A bracket that is never closed holds the rest; one never opened is plain text. */
export function splitBrackets(line: string): Stretch[] {
  const stretches: Stretch[] = [];
  let depth = 0;
  let value = '';
  const end = (kind: Stretch['kind']): void => {
    if (value !== '') stretches.push({ kind, value });
    value = '';
  };
  for (const sign of line) {
    if (sign === '（' || sign === '(') {
      depth += 1;
      if (depth === 1) {
        end('text');
        continue;
      }
    } else if ((sign === '）' || sign === ')') && depth > 0) {
      depth -= 1;
      if (depth === 0) {
        end('note');
        continue;
      }
    }
    value += sign;
  }
  end(depth > 0 ? 'note' : 'text');
  return stretches;
}
