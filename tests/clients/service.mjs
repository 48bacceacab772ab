// Where the service is, and how to sign in there.
export const url = process.env.ENDPOINT;
export const headers = { authorization: `Bearer ${process.env.TOKEN}` };

export function tell(value) {
  process.stdout.write(JSON.stringify(value));
}
