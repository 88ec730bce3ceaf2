/** The nonce that the server wrote into the page; styles without it are refused. */
export function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}

/**
 * Gives every style element the nonce. The component library forgets it in two places (the scroll lock of dialogs and
 * the measuring of scroll bars), and those styles would be refused.
 */
export function giveStylesNonce(nonce: string): void {
  const create = document.createElement.bind(document);
  const withNonce = (name: string, options?: ElementCreationOptions): HTMLElement => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  };
  document.createElement = withNonce as typeof document.createElement;
}
