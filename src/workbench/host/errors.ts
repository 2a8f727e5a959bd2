/** A refusal as Excel words it: `code` is one of `Excel.ErrorCodes`, which the add-in maps to its own words. */
export class HostError extends Error {
  override readonly name = "HostError";
  constructor(
    readonly code: string,
    message: string,
    /** "Range.values": the member that refused. */
    readonly location = "",
  ) {
    super(message);
  }
}

export const notFound = (location: string): HostError =>
  new HostError("ItemNotFound", "The requested resource doesn't exist.", location);

export const invalidArgument = (location: string): HostError =>
  new HostError("InvalidArgument", "The argument is invalid or missing or has an incorrect format.", location);

export const accessDenied = (location: string): HostError =>
  new HostError("AccessDenied", "You cannot perform the requested operation.", location);

export const nameTaken = (location: string): HostError =>
  new HostError("ItemAlreadyExists", "A resource with the same name or identifier already exists.", location);
