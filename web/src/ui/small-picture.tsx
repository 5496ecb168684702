// SmallPicture is a picture of the library, small, in a square of so many pixels. What it shows is said beside it.
export function SmallPicture({ media, side, className }: { media: string; side: number; className?: string }) {
  return (
    <img
      className={className}
      src={`/api/v1/media/${encodeURIComponent(media)}/file?size=small`}
      alt=""
      width={side}
      height={side}
      loading="lazy"
      decoding="async"
      draggable={false}
    />
  );
}
