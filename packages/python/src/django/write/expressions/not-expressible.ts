/** Thrown inside this folder only: an expression that Django's classes do not say. The message completes "it …". */
export class NotExpressible extends Error {}
