import type { Session } from 'electron';

/** Attack: a page asks for camera, place, clipboard, devices or notes; the program needs none but storage that stays. */
export function denyPermissions(session: Session): void {
  const isAllowed = (permission: string) => permission === 'persistent-storage';
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(isAllowed(permission)));
  session.setPermissionCheckHandler((_contents, permission) => isAllowed(permission));
  session.setDevicePermissionHandler(() => false);
}
