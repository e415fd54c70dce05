"""A network of this process alone: names under example.org answer here, over http and https, and no other name does.

In the folder `good` both give the folder's files, https with a certificate of the authority `authority.pem`. In `payload` somebody is on
the way: another authority signed the certificate, and the files are those of that folder.
"""

import http.server
import os
import socket
import ssl
import threading

import trustme

HOST = "models.example.org"


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves the folder of the program that runs."""

    def log_message(self, *_):
        pass


def start(root):
    """Answers `HOST` from now on, and writes `authority.pem` to both folders."""
    trusted, other = trustme.CA(), trustme.CA()
    for folder in ("good", "payload"):
        trusted.cert_pem.write_to_path(os.path.join(root, folder, "authority.pem"))
    contexts = {}
    for folder, authority in (("good", trusted), ("payload", other)):
        contexts[folder] = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(HOST).configure_cert(contexts[folder])

    class OverTls(http.server.ThreadingHTTPServer):
        def finish_request(self, request, client_address):
            folder = os.path.basename(os.getcwd())
            try:
                with contexts[folder].wrap_socket(request, server_side=True) as secure:
                    super().finish_request(secure, client_address)
            except (ssl.SSLError, OSError):
                pass  # the client did not like the certificate

    ports = {}
    for port, kind in ((80, http.server.ThreadingHTTPServer), (443, OverTls)):
        server = kind(("127.0.0.1", 0), Quiet)
        ports[port] = server.server_port
        threading.Thread(target=server.serve_forever, daemon=True).start()
    known = socket.getaddrinfo

    def answer(host, port, *args, **kwargs):
        if host in ("localhost", "127.0.0.1"):
            return known(host, port, *args, **kwargs)
        if host != HOST:
            raise socket.gaierror(f"{host} is not here")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", ports[int(port)]))]

    socket.getaddrinfo = answer
