import { useEffect, useRef, useState } from 'react';

/**
 * A value that changes at once when it has not changed for so many milliseconds, and else once it has stayed the same
 * for as long: a single press is not kept waiting, and a fast word is one change more. Values are told apart by their
 * text.
 */
export function usePaced<Value>(value: Value, pause: number): Value {
  const text = JSON.stringify(value);
  const [settled, setSettled] = useState({ value, text });
  const changed = useRef(-Infinity);
  useEffect(() => {
    if (text === settled.text) return undefined;
    const now = performance.now();
    const isSingle = now - changed.current >= pause;
    changed.current = now;
    const timer = isSingle ? undefined : setTimeout(() => setSettled({ value, text }), pause);
    if (isSingle) setSettled({ value, text });
    return () => clearTimeout(timer);
  }, [value, text, settled.text, pause]);
  return settled.value;
}
