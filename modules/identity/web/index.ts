export { identityWeb } from './identity-web.ts';
export { PasswordDialog } from './password-dialog.tsx';
export { leaveSession, useSessionState } from './session-state.ts';
export { SignInAgain } from './sign-in-again.tsx';
