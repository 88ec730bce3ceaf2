/** 状态 of an account in a word. */
export function stateOf({
  disabled,
  ready,
}: {
  readonly disabled: boolean;
  readonly ready: boolean;
}): string {
  if (disabled) return '已停用';
  return ready ? '正常' : '待首次登录';
}

/** The last sign-in as the page shows it, in the time zone of the device. */
export function lastSignIn(iso: string | null): string {
  if (iso === null) return '从未登录';
  const at = new Date(iso);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
