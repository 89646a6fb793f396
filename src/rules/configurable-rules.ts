/** The rules that a config may speak of. */
import type { KnownRule } from '../config/check-rules.ts';
import { rules } from './registry.ts';

/** Rules that need domains and principles, which a later version brings: a severity for them is taken and does nothing yet. */
const announced = ['decision-domain', 'decision-rung', 'consulted', 'principles'];

/** Every rule of the registry, and those announced. */
export const configurableRules: readonly KnownRule[] = [...rules, ...announced.map((id) => ({ id, options: null }))];
