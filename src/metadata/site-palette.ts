import styles from '../styles/theme.css?raw';
import { readPalettes } from './palette.ts';

/** The colours of the site. */
export const palettes = readPalettes(styles);
