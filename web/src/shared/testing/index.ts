export { fakeServer, Refused } from './server'
export { withPosting } from './posting'
export { mountPage } from './mount'
