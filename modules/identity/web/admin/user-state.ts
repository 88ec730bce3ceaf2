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
