/** The components' theme, from the colours and the type of our own tokens as the page wears them now. */

import { theme, type ThemeConfig } from 'antd'
import { useMemo, useSyncExternalStore } from 'react'
import { useLooks } from '../app/session/looks.ts'

const deviceIsDark = window.matchMedia('(prefers-color-scheme: dark)')

/** Whether the desk is dark: by choice, or as the device is. */
export function useIsDark(): boolean {
  const chosen = useLooks().theme
  const device = useSyncExternalStore(
    (listener) => {
      deviceIsDark.addEventListener('change', listener)
      return () => deviceIsDark.removeEventListener('change', listener)
    },
    () => deviceIsDark.matches,
  )
  return chosen === 'dark' || (chosen === 'system' && device)
}

function themeNow(isDark: boolean): ThemeConfig {
  // The tokens are read as they are in these looks, whoever hears of a change first.
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
  const style = getComputedStyle(document.documentElement)
  const token = (name: string) => style.getPropertyValue(name).trim()
  return {
    algorithm: [isDark ? theme.darkAlgorithm : theme.defaultAlgorithm, theme.compactAlgorithm],
    token: {
      colorPrimary: token('--act-fill'),
      colorLink: token('--link'),
      colorInfo: token('--link'),
      colorError: token('--warn-text'),
      colorWarning: token('--hold-text'),
      colorSuccess: token('--act-text'),
      colorText: token('--text'),
      colorTextSecondary: token('--second'),
      colorTextTertiary: token('--second'),
      colorTextDescription: token('--second'),
      colorTextPlaceholder: token('--grey-text'),
      colorBgContainer: token('--cell'),
      colorBgElevated: token('--sheet'),
      colorBgLayout: token('--page'),
      colorErrorBg: token('--warn-ground'),
      colorWarningBg: token('--hold-ground'),
      colorInfoBg: token('--ice-ground'),
      colorSuccessBg: token('--cell'),
      colorErrorBorder: token('--hairline'),
      colorWarningBorder: token('--hairline'),
      colorInfoBorder: token('--hairline'),
      colorSuccessBorder: token('--hairline'),
      colorTextLightSolid: token('--on-act'),
      fontFamily: token('--font'),
      borderRadius: 6,
      // What the compact algorithm makes 14 of.
      fontSize: 16,
      motionDurationMid: '0.18s',
    },
    components: {
      // What is filled may be too dark for words in the dark, and what warns too light to write white on.
      Radio: { colorPrimary: token('--act-text'), colorPrimaryHover: token('--act-text') },
      Button: { dangerColor: isDark ? token('--page') : token('--on-act') },
      Table: {
        headerBg: token('--cell'),
        headerColor: token('--second'),
        // A chosen row is as quiet as an open one: its names and sums are still read.
        rowSelectedBg: token('--grey-ground'),
        rowSelectedHoverBg: token('--grey-ground'),
      },
    },
  }
}

/** The theme as the desk wears it now. */
export function useDeskTheme(): ThemeConfig {
  const isDark = useIsDark()
  return useMemo(() => themeNow(isDark), [isDark])
}
