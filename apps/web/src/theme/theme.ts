import { createTheme } from '@mantine/core';

/** Tokens of the component library. Shade 7 because shade 6 with white text misses the AA contrast. */
export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: 7,
  autoContrast: true,
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  // The library's own dark greys are neutral; ours carry the blue of the canvas.
  colors: {
    dark: [
      '#eceef1',
      '#c3c9d0',
      '#a7aeb6',
      '#6c757d',
      '#3b424a',
      '#2d3238',
      '#23272d',
      '#1b1e22',
      '#131518',
      '#0d0f11',
    ],
  },
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
  headings: { fontWeight: '650' },
});
