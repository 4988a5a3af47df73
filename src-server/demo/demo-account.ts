/** Somebody of the demo shop who can log in. Passwords are made at the seeding and shown once. */
export type DemoAccount = { readonly name: string; readonly login: string; readonly password: string }
