// Where the service is, how to sign in there, and ids of what stands in the workspace.
export const url = process.env.ENDPOINT;
export const headers = { authorization: `Bearer ${process.env.TOKEN}` };
export const ids = JSON.parse(process.env.IDS ?? '{}');

export function tell(value) {
  process.stdout.write(JSON.stringify(value));
}
