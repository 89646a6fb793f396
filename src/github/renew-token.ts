import { readFailure } from './github-error.ts';

/**
 * GitHub can take an installation's token back before its time, as when the installation was suspended for a while.
 * What it refused to such a token was not carried out: with a new one it is sent again, once, also where it writes.
 */
export async function withNewToken<Answer>(renew: () => Promise<unknown>, send: () => Promise<Answer>): Promise<Answer> {
  try {
    return await send();
  } catch (error) {
    if (readFailure(error).status !== 401) throw error;
    await renew();
    return await send();
  }
}
