/** Passwords that are tried first by whoever guesses. */
const common: ReadonlySet<string> = new Set([
  'password',
  'password1',
  'passw0rd',
  'p@ssw0rd',
  'qwertyuiop',
  'qwerty123',
  '1qaz2wsx',
  'admin123',
  'admin888',
  'abcd1234',
  'abc12345',
  'a1234567',
  'a12345678',
  'woaini1314',
  '5201314520',
]);

const sequences = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
];

/**
 * What speaks against a new password, as a Chinese sentence; null when nothing does. Length counts and not a mixture of
 * characters; refused is what is guessed at once: the account's name, repetitions, sequences, well-known passwords.
 */
export function passwordProblem(password: string, accountName: string): string | null {
  const plain = password.toLowerCase();
  const name = accountName.toLowerCase();
  if (password.length < 8) return '密码至少 8 位。';
  if (name.length >= 3 && plain.includes(name) && plain.length - name.length < 6)
    return '密码不能由账号稍加改动而成。';
  if (new Set(plain).size < 4) return '密码不能只由几个重复的字符组成。';
  if (sequences.some((sequence) => sequence.includes(plain))) return '密码不能是连续的数字或字母。';
  if (common.has(plain)) return '这个密码过于常见，请换一个。';
  return null;
}
