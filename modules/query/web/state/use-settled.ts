import { useEffect, useState } from 'react';

/** A value once it has stayed the same for so many milliseconds; values are told apart by their text. */
export function useSettled<Value>(value: Value, pause: number): Value {
  const text = JSON.stringify(value);
  const [settled, setSettled] = useState({ value, text });
  useEffect(() => {
    if (text === settled.text) return undefined;
    const timer = setTimeout(() => setSettled({ value, text }), pause);
    return () => clearTimeout(timer);
  }, [value, text, settled.text, pause]);
  return settled.value;
}
