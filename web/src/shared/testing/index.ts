export { fakeServer, Refused } from './server'
export { withPosting } from './posting'
export { mountPage } from './mount'
export { CALM, fakePhone, held, USER } from './phone'
