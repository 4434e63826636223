import styles from '../styles/theme.css?raw';
import { readPalettes } from './palette.ts';

export const palettes = readPalettes(styles);
