// Jest's testEnvironment: its own for Node, on a plain global object. In Jest's context every look at a global, be it `Date`
// or `Map`, asks a proxy first, and tests of what computes a lot spend a third to a half of their time on that.
import { constants, createContext } from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

/** Of what a context has of its own, these are Node's, as in Jest's environment: Node's functions give and take them. */
const ofNode = new Set(['ArrayBuffer', 'Uint8Array']);

export default class PlainEnvironment extends TestEnvironment {
  constructor(...parts) {
    super(...parts);
    const context = createContext(constants.DONT_CONTEXTIFY);
    const given = Reflect.ownKeys(this.global).filter((key) => ofNode.has(key) || !Object.hasOwn(context, key));
    for (const key of given) Object.defineProperty(context, key, Object.getOwnPropertyDescriptor(this.global, key));
    context.global = context;
    this.context = context;
    this.global = context;
  }
}
