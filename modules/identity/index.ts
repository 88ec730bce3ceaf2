export {
  addUser,
  changePassword,
  editUser,
  listUsers,
  readSession,
  resetUser,
  roleName,
  sessionUser,
  signIn,
  signInFirst,
  signOut,
  userRecord,
  type SessionUser,
} from './model/contracts.ts';
export { isRoleName, roles, type Role, type RoleName } from './model/roles.ts';
export { passwordProblem } from './model/password-rule.ts';
