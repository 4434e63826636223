import styles from '../figures/frame/drawing.css?raw';
import { readDrawingRules } from './drawing-style.ts';

/** How the drawings of the site look. */
export const drawingRules = readDrawingRules(styles);
