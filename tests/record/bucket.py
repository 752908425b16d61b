"""A server of buckets on this machine, as the large ones answer."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

NAME = "records"


@contextmanager
def bucket() -> Iterator[str]:
    """Run a server with one empty bucket, and let the environment point to it.

    Yields:
        The address of the bucket.
    """
    import boto3
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    try:
        host, port = server.get_host_and_port()
        known = {
            "AWS_ACCESS_KEY_ID": "nobody",
            "AWS_SECRET_ACCESS_KEY": "nothing",
            "AWS_REGION": "us-east-1",
            "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        }
        with mock.patch.dict(os.environ, known):
            boto3.client("s3", region_name="us-east-1").create_bucket(Bucket=NAME)
            yield f"s3://{NAME}"
    finally:
        server.stop()
