import type { LostCharacter } from '#documents/formats';
import type { RenderNote } from '#documents/render';

const kept = 20;

/** What an export could not write as it stands in the records: the first few in words, and how many there are. */
export class ExportNotes {
  readonly sentences: string[] = [];
  count = 0;

  add(sentence: string): void {
    this.count += 1;
    if (this.sentences.length < kept) this.sentences.push(sentence);
  }

  lost(name: string, lost: readonly LostCharacter[]): void {
    if (lost.length === 0) return;
    const signs = [...new Set(lost.map(({ character }) => character))].join(' ');
    this.add(`${name}：.lrm 格式不能原样保存“${signs}”，已改写为近似字符。`);
  }

  rendered(name: string, notes: readonly RenderNote[]): void {
    for (const note of notes) this.add(`${name}：${sentenceOf(note)}`);
  }

  /** One line for a list; empty when there is nothing to say. */
  summary(): string {
    if (this.count === 0) return '';
    const shown = this.sentences.slice(0, 3).join('');
    return this.count > 3 ? `${shown}等 ${this.count} 处未能完整写出。` : shown;
  }
}

/** Enough of a text to find it in the form. */
function beginning(text: string): string {
  const characters = Array.from(text);
  return characters.length > 20
    ? `${characters.slice(0, 20).join('')}……（共 ${characters.length} 字）`
    : text;
}

function sentenceOf(note: RenderNote): string {
  switch (note.kind) {
    case 'overflow':
      return `“${note.field}”内容过长，未能印出“${beginning(note.text)}”。`;
    case 'missingCharacter':
      return `字体中没有“${note.text}”，印为方框。`;
    case 'photo':
      return '照片格式不能印出，照片栏为空。';
  }
}
