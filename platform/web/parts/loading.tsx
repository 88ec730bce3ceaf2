import { useEffect, useState } from 'react';
import './parts.css';

/** Says that something is on its way, after a moment: what comes at once should not flicker. */
export function Loading({ label = '正在载入…' }: { label?: string }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 250);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="part-loading" role="status">
      {late ? label : ''}
    </div>
  );
}
