import type { Command } from '../command.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { sampleCommand } from './sample.ts';
import { userCommand } from './user.ts';
import { verifyCommand } from './verify.ts';

/** Every command by its name. */
export const commands: Readonly<Record<string, Command>> = {
  import: importCommand,
  export: exportCommand,
  sample: sampleCommand,
  verify: verifyCommand,
  user: userCommand,
};
