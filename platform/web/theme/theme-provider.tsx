import { App, ConfigProvider, type ThemeConfig } from 'antd';
import zhCN from 'antd/es/locale/zh_CN';
import { useLayoutEffect, useMemo, type ReactNode } from 'react';
import { colours } from './colours.ts';
import { useCoarsePointer, useReducedMotion } from './media.ts';
import { pixelsOf, useTypeSize } from './type-size.ts';
import './base.css';

const sans = '"Source Han Sans SC","Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif';

function themeOf(pixels: number, coarse: boolean, still: boolean): ThemeConfig {
  const control = coarse ? Math.max(48, Math.round(pixels * 2.6)) : Math.round(pixels * 2.3);
  return {
    cssVar: { key: 'cadre' },
    token: {
      fontFamily: sans,
      fontSize: pixels,
      controlHeight: control,
      controlHeightSM: coarse ? 48 : Math.round(pixels * 1.9),
      colorPrimary: colours.teal,
      colorLink: colours.teal,
      colorInfo: colours.teal,
      colorError: colours.vermilion,
      colorWarning: colours.vermilion,
      colorText: colours.ink,
      colorTextSecondary: colours.inkSoft,
      colorTextDescription: colours.inkSoft,
      colorTextPlaceholder: '#6d7379',
      colorTextDisabled: '#676d73',
      colorBorder: '#b9bdbe',
      colorBgLayout: colours.ground,
      controlItemBgActive: colours.tealTint,
      controlItemBgActiveHover: '#d5e7e9',
      borderRadius: 3,
      borderRadiusLG: 4,
      boxShadow: '0 2px 8px rgb(0 0 0 / 12%)',
      motion: !still,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
    },
    components: {
      Tabs: { horizontalItemPadding: coarse ? '13px 4px' : '8px 0' },
      Segmented: {
        itemSelectedColor: colours.teal,
        trackBg: '#e9ebea',
        ...(coarse ? { trackPadding: 0 } : {}),
      },
    },
  };
}

/** The look of everything: colours, type size, Chinese texts of the component library, the nonce for its styles. */
export function ThemeProvider({ nonce, children }: { nonce: string; children: ReactNode }) {
  const [size] = useTypeSize();
  const coarse = useCoarsePointer();
  const pixels = pixelsOf(size);
  const still = useReducedMotion();
  const theme = useMemo(() => themeOf(pixels, coarse, still), [pixels, coarse, still]);
  useLayoutEffect(() => {
    document.documentElement.style.setProperty('--type', `${pixels}px`);
    document.documentElement.style.setProperty('--row', `${rowHeight(pixels, coarse)}px`);
  }, [pixels, coarse]);
  return (
    <ConfigProvider locale={zhCN} theme={theme} csp={{ nonce }} button={{ autoInsertSpace: false }}>
      <App className="app-root" message={{ top: 56 }}>
        {children}
      </App>
    </ConfigProvider>
  );
}

function rowHeight(pixels: number, coarse: boolean): number {
  return Math.max(coarse ? 48 : 36, Math.round(pixels * 2.4));
}

/** Height of one row of a list in pixels: 36 on desks, 48 under fingers, more with larger type. */
export function useRowHeight(): number {
  const [size] = useTypeSize();
  return rowHeight(pixelsOf(size), useCoarsePointer());
}
