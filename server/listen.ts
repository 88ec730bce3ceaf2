import { createServer } from 'node:net';
import type { Server } from '#platform/server';
import { SettingsError, type Settings } from './settings.ts';

type Place = Pick<Settings, 'host' | 'port'>;

/** Finds out that the port is taken before the first start makes somebody wait for the sample data. */
export async function requireFreePort({ host, port }: Place): Promise<void> {
  await new Promise<void>((done, fail) => {
    const probe = createServer();
    probe.once('error', (error) => fail(placeError(error, { host, port })));
    probe.listen(port, host, () => probe.close(() => done()));
  });
}

/** Listens and returns the address that people type into their browser. */
export async function listen(server: Server, { host, port }: Place): Promise<string> {
  try {
    await server.listen({ host, port });
  } catch (error) {
    throw placeError(error, { host, port });
  }
  const [address] = server.addresses();
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${typeof address === 'object' ? address.port : port}/`;
}

function placeError(error: unknown, { host, port }: Place): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'EADDRINUSE') {
    const other = port < 65_535 ? port + 1 : 8080;
    return new SettingsError(
      `端口 ${port} 已被占用：本系统可能已经在运行，请先关闭占用它的程序，或换一个端口启动，例如 PORT=${other} npm start。`,
    );
  }
  if (code === 'EACCES')
    return new SettingsError(
      `没有使用端口 ${port} 的权限：请改用 1024 以上的端口，例如 PORT=8080 npm start。`,
    );
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new SettingsError(`本机没有网络地址 ${host}：请检查环境变量 HOST。`);
  }
  return error;
}
