// Prints how each of graphql-http's audits of a server ended: {id: {status, name, reason, answered}}.
import { auditServer } from 'graphql-http';
import { headers, tell, url } from './service.mjs';

const signedIn = (address, init = {}) => fetch(address, { ...init, headers: { ...init.headers, ...headers } });
const results = await auditServer({ url, fetchFn: signedIn });
tell(Object.fromEntries(results.map(({ id, status, name, reason, response }) => [id, { status, name, reason, answered: response?.status }])));
