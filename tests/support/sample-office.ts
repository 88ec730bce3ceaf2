import type { RoleName } from '#modules/identity';
import { beforeAll } from 'vitest';
import { openOn, signIn, useBrowser, type Device, type WatchedPage } from './browser.ts';
import { cadreJson } from './run-cadre.ts';
import { startServer, type Client, type RunningServer } from './running-server.ts';
import { tempFolder } from './temp-folder.ts';

export interface SampleOfficeOptions {
  /** How many people the sample district has. */
  readonly persons: number;
  readonly seed?: number;
  /** The account of whoever makes the journey. */
  readonly name: string;
  readonly role?: RoleName;
}

/** The program over a sample district, somebody with an account, and a browser: for the journeys of a file. */
export interface SampleOffice {
  /** The data folder. */
  readonly data: string;
  readonly server: RunningServer;
  /** The same account, calling the server by itself. */
  readonly client: Client;
  /** A page on a device, nobody signed in. */
  readonly open: (device: Device) => Promise<WatchedPage>;
  /** A page on a device with the account signed in, or another one. */
  readonly signedIn: (device: Device, name?: string) => Promise<WatchedPage>;
}

export function sampleOffice({ persons, seed, name, role = 'clerk' }: SampleOfficeOptions): SampleOffice {
  const browser = useBrowser();
  const data = tempFolder();
  let started: Pick<SampleOffice, 'server' | 'client'> | null = null;
  beforeAll(async () => {
    const seeded = seed === undefined ? [] : ['--seed', String(seed)];
    await cadreJson(0, 'sample', '--persons', String(persons), ...seeded, '--data', data);
    const server = await startServer(data);
    started = { server, client: await server.addUser(name, role) };
  }, 120_000);
  const begun = () => {
    if (!started) throw new Error('the server has not started');
    return started;
  };
  const open = (device: Device) => openOn(browser(), begun().server.address, device);
  return {
    data,
    get server() {
      return begun().server;
    },
    get client() {
      return begun().client;
    },
    open,
    signedIn: async (device, account = name) => {
      const opened = await open(device);
      await signIn(opened.page, account);
      return opened;
    },
  };
}
