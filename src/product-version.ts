import manifest from '../package.json' with { type: 'json' };

/** The version of this package, as `--version`, SARIF and the cache know it. */
export const productVersion: string = manifest.version;

/** Where Unpause is at home. */
export const productUrl = 'https://github.com/unpause/unpause';
