import type { ReactNode } from 'react';

/** A field of a dialog with its label above it. */
export function Field({
  label,
  id,
  children,
}: {
  readonly label: string;
  readonly id: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="reserve-field">
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}
