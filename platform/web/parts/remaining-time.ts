/**
 * A guess of what is left, in words. Null while too little is done to guess. Times in milliseconds.
 */
export function remainingTime(done: number, total: number, elapsed: number): string | null {
  if (done <= 0 || total <= 0 || elapsed < 1_000) return null;
  if (done >= total) return null;
  const seconds = Math.ceil(((elapsed / done) * (total - done)) / 1_000);
  if (seconds < 5) return '即将完成';
  if (seconds < 60) return `约剩 ${Math.ceil(seconds / 5) * 5} 秒`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return `约剩 ${minutes} 分钟`;
  return `约剩 ${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分钟`;
}
