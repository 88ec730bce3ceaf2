/** How much of something there is, with a mark at what is wanted; all in percent or all in people. */
export function Bar({
  value,
  wanted,
  most,
}: {
  readonly value: number;
  readonly wanted: number | null;
  /** What the whole length stands for. */
  readonly most: number;
}) {
  const percent = (amount: number): string => `${Math.min(100, most === 0 ? 0 : (amount / most) * 100)}%`;
  const isShort = wanted !== null && value < wanted;
  return (
    <span className={isShort ? 'reserve-bar is-short' : 'reserve-bar'} aria-hidden="true">
      <svg width="100%" height="8" preserveAspectRatio="none">
        <rect className="reserve-bar-fill" x="0" y="0" height="8" width={percent(value)} />
        {wanted !== null && wanted > 0 && (
          <rect className="reserve-bar-mark" x={percent(wanted * 0.995)} y="0" height="8" width="2" />
        )}
      </svg>
    </span>
  );
}
