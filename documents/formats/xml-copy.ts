import { escapeAttribute, escapeText } from './xml-escape.ts';

/** Copies an element with everything inside it as XML text, from the parser's events. */
export class XmlCopy {
  private text = '';
  private readonly names: string[] = [];
  private startIsOpen = false;

  open(name: string, attributes: Record<string, string>): void {
    this.endStart();
    this.text += `<${name}`;
    for (const [key, value] of Object.entries(attributes)) this.text += ` ${key}="${escapeAttribute(value)}"`;
    this.names.push(name);
    this.startIsOpen = true;
  }

  write(text: string): void {
    if (text === '') return;
    this.endStart();
    this.text += escapeText(text);
  }

  /** The whole text when the outermost element ends, null before. */
  close(): string | null {
    const name = this.names.pop() ?? '';
    this.text += this.startIsOpen ? '/>' : `</${name}>`;
    this.startIsOpen = false;
    return this.names.length === 0 ? this.text : null;
  }

  private endStart(): void {
    if (this.startIsOpen) this.text += '>';
    this.startIsOpen = false;
  }
}
