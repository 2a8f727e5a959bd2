/** What an estimate has to show of itself: who, for whom, when, until when. */
import { isSameCompany } from "../match/likeness";
import { missing, type FindFault } from "./fault";

export const noIssuer: FindFault = ({ issuer }) => missing(issuer);
export const noNumber: FindFault = ({ number, row }) => (row === null ? missing(number) : []);
export const noDate: FindFault = ({ date }) => missing(date);
export const noValidity: FindFault = ({ validUntil }) => missing(validUntil);
export const noAddressee: FindFault = ({ addressee, row }) => (row === null ? missing(addressee) : []);

/** A trade name, a person, a former name: whatever is not the applicant's. */
export const otherAddressee: FindFault = ({ addressee }, { applicant }) =>
  addressee !== null && isSameCompany(addressee, applicant) === false ? [addressee] : [];
